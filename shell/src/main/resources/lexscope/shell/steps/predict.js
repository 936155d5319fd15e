// Hides each line of output until the reader has guessed it.
import { element } from './dom.js';

/** The lines of all programs in the order in which they come, and how far the reader has guessed. */
export class Prediction {
  constructor(programs, root, changed) {
    this.root = root;
    this.changed = changed;
    this.names = programs.map((program) => program.file);
    this.questions = [];
    programs.forEach((program, number) => {
      let count = 0;
      program.steps.forEach((step, index) => {
        step.printed.forEach((line) => {
          this.questions.push({ program: number, index, line: count++, text: line.text });
        });
      });
    });
    this.questions.sort((a, b) => a.index - b.index || a.program - b.program || a.line - b.line);
    this.done = 0;
    this.right = 0;
    this.tries = 0;
    this.verdict = null;
    this.score = element('span', { class: 'badge accent', id: 'score' });
    this.ask = element('p', { class: 'ask' });
    this.input = element('input', { type: 'text', id: 'guess', autocomplete: 'off', spellcheck: 'false', 'aria-label': 'Your guess', placeholder: 'your guess' });
    this.told = element('p', { class: 'verdict', id: 'verdict' });
    this.form = element('form', { onsubmit: (event) => {
      event.preventDefault();
      this.guess(this.input.value);
    } }, this.input, ' ',
    element('button', { type: 'submit', class: 'primary', id: 'check' }, 'Check'), ' ',
    element('button', { type: 'button', id: 'skip', onclick: () => this.skip() }, 'Show it'));
    root.append(element('div', { class: 'predict-head' }, element('h2', {}, 'What does it print?'), this.score), this.ask, this.form, this.told);
  }

  /** The last step that may be shown: the next one would give away a line. */
  limit() {
    const next = this.questions[this.done];
    return next ? Math.max(0, next.index - 1) : Infinity;
  }

  /** Whether the reader has come to the line that is asked for. */
  asks(index) {
    return this.done < this.questions.length && index >= this.limit();
  }

  guess(text) {
    const question = this.questions[this.done];
    if (!question || !this.asks(this.at)) {
      return;
    }
    this.tries++;
    if (text.trim() === question.text.trim()) {
      this.right += this.tries === 1 ? 1 : 0;
      this.next({ good: true, text: `Right${this.tries === 1 ? '' : ` at try ${this.tries}`}: ${question.text}` });
    } else {
      this.verdict = { good: false, text: 'No. Try again, or have it shown.' };
      this.input.select();
      this.show(this.at);
    }
  }

  skip() {
    const question = this.questions[this.done];
    if (question && this.asks(this.at)) {
      this.next({ good: false, text: `It prints: ${question.text}` });
    }
  }

  next(verdict) {
    this.done++;
    this.tries = 0;
    this.verdict = verdict;
    this.input.value = '';
    // The lines of one statement are asked one after the other.
    this.changed(this.asks(this.at) ? this.at : this.at + 1);
  }

  show(index) {
    if (this.at !== undefined && index !== this.at && index < this.at) {
      this.verdict = null;
    }
    this.at = index;
    const question = this.questions[this.done];
    const asks = this.asks(index);
    this.root.hidden = this.questions.length === 0;
    this.form.hidden = !asks;
    this.root.classList.toggle('asking', asks);
    const who = this.names.length > 1 && question ? ` of ${this.names[question.program]}` : '';
    this.ask.textContent = asks
      ? `The marked statement${who} is about to print line ${question.line + 1} of its output.`
      : question ? 'Step on: before each line is printed, you are asked for it.' : 'All lines are there.';
    this.score.textContent = `${this.right} right of ${this.done} (${this.questions.length} lines)`;
    this.told.textContent = this.verdict?.text ?? '';
    this.told.className = `verdict ${this.verdict ? (this.verdict.good ? 'good' : 'bad') : ''}`;
    if (asks && document.activeElement !== this.input) {
      this.input.focus({ preventScroll: true });
    }
  }
}
