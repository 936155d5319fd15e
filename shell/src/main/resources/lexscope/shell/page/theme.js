// Light and dark: the system's choice until the reader makes one, which is kept where that is allowed.
const KEY = 'lexscope-theme';

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It holds for this view of the page only.
  }
}

/** Whether the page is shown dark now. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Makes a button switch between light and dark, and tells `changed` of every switch, the system's own included. */
export function switchTheme(button, changed) {
  const theme = kept();
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
  const show = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Show the page ${isDark() ? 'light' : 'dark'}`);
  };
  show();
  button.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    keep(next);
    show();
    changed();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    show();
    changed();
  });
}

let context = null;

/** A colour of the style sheet, such as `var(--accent)` or a mix, as canvases understand it. */
export function colour(expression) {
  const probe = document.createElement('span');
  probe.style.color = expression;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  if (!context) {
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    context = canvas.getContext('2d', { willReadFrequently: true });
  }
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = computed;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
