/**
 * Keeps the page's state current: fetched when the service hints at a change, every two seconds
 * when no hints come through, and never believed for longer than it deserves.
 */

const POLL = 2_000;
const QUIET_IS_BROKEN = 12_000;
const OLDEST = 10_000;
const PATIENCE = 4_000;
const NOT_OFTENER_THAN = 400;

export class Connection {
  #onState;
  #onLost;
  #heardAt = 0;
  #startedAt = Date.now();
  #fetchedAt = 0;
  #lostSince = null;
  #fetching = false;
  #again = false;

  /**
   * @param onState called with every new state
   * @param onLost called with the time of the last state (milliseconds), every second, while the
   *     service cannot be reached; 0 if there never was one
   */
  constructor(onState, onLost) {
    this.#onState = onState;
    this.#onLost = onLost;
  }

  start() {
    const events = new EventSource("/page/events");
    events.addEventListener("changed", () => this.#heard(true));
    events.addEventListener("beat", () => this.#heard(false));
    setInterval(() => this.#tick(), 1_000);
    document.addEventListener("visibilitychange", () => document.hidden || this.#fetch());
    this.#fetch();
  }

  #heard(changed) {
    this.#heardAt = Date.now();
    if (changed) {
      this.#fetch();
    }
  }

  #tick() {
    const now = Date.now();
    const hintsCome = now - this.#heardAt < QUIET_IS_BROKEN;
    if (now - this.#fetchedAt >= (hintsCome ? OLDEST / 2 : POLL)) {
      this.#fetch();
    }
    const standsStill = now - Math.max(this.#fetchedAt, this.#startedAt) > OLDEST;
    if (this.#lostSince !== null || standsStill) {
      this.#onLost(this.#fetchedAt);
    }
  }

  async #fetch() {
    if (this.#fetching) {
      this.#again = true;
      return;
    }
    this.#fetching = true;
    try {
      const answer = await fetch("/page/state", {
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      const state = await answer.json();
      this.#fetchedAt = Date.now();
      this.#lostSince = null;
      this.#onState(state);
    } catch (why) {
      console.warn("no state:", why.message);
      this.#lostSince ??= Date.now();
      this.#onLost(this.#fetchedAt);
    }
    setTimeout(() => this.#free(), NOT_OFTENER_THAN);
  }

  #free() {
    this.#fetching = false;
    if (this.#again) {
      this.#again = false;
      this.#fetch();
    }
  }
}
