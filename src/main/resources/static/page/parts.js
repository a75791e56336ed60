/** Pieces of the page. */

/** Whatever is shown comes in as text, never as markup. */
export function make(tag, className, ...contents) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...contents.filter((content) => content !== null && content !== undefined));
  return element;
}

export function english(words) {
  const small = make("small", "", words);
  small.lang = "en";
  return small;
}

export function button(words, inEnglish, onClick) {
  const element = make("button", "", `${words} `, english(inEnglish));
  element.type = "button";
  element.addEventListener("click", onClick);
  return element;
}

export function span(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** How long it has been; kept current by the page. */
export function timer(instant) {
  const element = make("span", "timer");
  element.dataset.since = Date.parse(instant);
  return element;
}
