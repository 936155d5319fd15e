// The page: one program or two side by side, and the controls that step through them together.
import { dataOf, element } from './dom.js';
import { switchTheme } from './theme.js';
import { decode } from './trace.js';
import { Pane } from './pane.js';
import { Prediction } from './predict.js';

const data = dataOf('steps');
const programs = data.programs.map(decode);
const byId = (id) => document.getElementById(id);
const count = Math.max(1, ...programs.map((program) => program.steps.length));
let index = 0;
let playing = null;

const panes = programs.map((program, number) => new Pane(program, number, programs.length > 1, (to) => go(to), () => render()));
const prediction = data.predict ? new Prediction(programs, byId('predict'), (to) => go(to)) : null;

function limit() {
  return Math.min(count - 1, prediction ? prediction.limit() : count - 1);
}

function go(to) {
  index = Math.max(0, Math.min(limit(), to));
  if (playing && index === limit()) {
    pause();
  }
  render();
}

function render() {
  panes.forEach((pane) => pane.show(index));
  byId('slider').value = String(index + 1);
  byId('slider').setAttribute('aria-valuetext', `step ${index + 1} of ${count}`);
  byId('count').textContent = `${index + 1} / ${count}`;
  byId('first').disabled = byId('back').disabled = index === 0;
  byId('next').disabled = byId('last').disabled = index === limit();
  prediction?.show(index);
}

function showPlay(label, icon) {
  byId('play').setAttribute('aria-label', label);
  byId('play').querySelector('path').setAttribute('d', icon);
}

function pause() {
  clearInterval(playing);
  playing = null;
  showPlay('Play', 'M4 1v14l11-7z');
}

function play() {
  if (index === count - 1) {
    index = 0;
  }
  clearInterval(playing);
  playing = setInterval(() => go(index + 1), Number(byId('speed').value));
  showPlay('Pause', 'M3 2h4v12H3zM9 2h4v12H9z');
  render();
}

function toggle() {
  if (playing) {
    pause();
  } else {
    play();
  }
}

function stop(to) {
  pause();
  go(to);
}

function selectedLife() {
  const pane = panes.find((each) => each.selected);
  return pane?.program.lives.get(pane.selected);
}

const KEYS = {
  ArrowRight: () => stop(index + 1),
  ArrowLeft: () => stop(index - 1),
  Home: () => stop(0),
  End: () => stop(count - 1),
  ' ': () => toggle(),
  Escape: () => panes.forEach((pane) => pane.select(null)),
  b: () => {
    const life = selectedLife();
    if (life) {
      stop(life.first);
    }
  },
  d: () => {
    const life = selectedLife();
    if (life?.died) {
      stop(life.last + 1);
    }
  },
};

function onKey(event) {
  const typing = event.target.matches('input[type="text"], select');
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pressesButton = event.key === ' ' && event.target.matches('button, input[type="checkbox"]');
  if (!typing && !pressesButton && !event.ctrlKey && !event.metaKey && !event.altKey && Object.hasOwn(KEYS, key)) {
    event.preventDefault();
    KEYS[key]();
  }
}

function start() {
  byId('title').textContent = programs.map((program) => program.file).join(' beside ');
  byId('policy').textContent = `policy ${programs[0].policy}`;
  byId('programs').append(...panes.map((pane) => pane.root));
  byId('programs').classList.toggle('two', panes.length > 1);
  const cuts = programs.filter((program) => program.cut);
  byId('cut').hidden = cuts.length === 0;
  byId('cut').replaceChildren(...cuts.map((program) => element('p', {}, `${program.file}: ${program.cut}`)));
  byId('slider').max = String(count);
  byId('slider').addEventListener('input', () => stop(Number(byId('slider').value) - 1));
  byId('first').addEventListener('click', () => stop(0));
  byId('back').addEventListener('click', () => stop(index - 1));
  byId('next').addEventListener('click', () => stop(index + 1));
  byId('last').addEventListener('click', () => stop(count - 1));
  byId('play').addEventListener('click', toggle);
  byId('speed').addEventListener('change', () => playing && play());
  byId('all').addEventListener('change', () => {
    panes.forEach((pane) => pane.arrange(byId('all').checked));
    render();
  });
  document.addEventListener('keydown', onKey);
  switchTheme(byId('theme'), () => {});
  let width = 0;
  const fit = () => {
    if (width !== byId('programs').clientWidth) {
      width = byId('programs').clientWidth;
      panes.forEach((pane) => pane.arrange(byId('all').checked));
      render();
    }
  };
  fit();
  new ResizeObserver(fit).observe(byId('programs'));
}

start();
