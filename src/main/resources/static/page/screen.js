import { Connection } from "/page/connection.js";
import { english, make, span, timer } from "/page/parts.js";
import { causes, happening, isNews, purposes, severities, stages, states, totals } from "/page/words.js";
import "/page/call-sheet.js";
import { showWork } from "/page/work.js";

const MOST_CALLS = 12;
const MOST_HAPPENINGS = 16;

/** A step that is due is taken within a second or two; later than this, something is wrong. */
const SOON = 15_000;

const byId = (id) => document.getElementById(id);

/** The service's clock, which may differ from this machine's. */
let aheadOfUs = 0;
let zone = "Asia/Shanghai";
let lost = false;
let stale = false;

const now = () => Date.now() + aheadOfUs;

function timeOfDay(millis, withSeconds = true) {
  return new Intl.DateTimeFormat("zh-CN", {
    timeZone: zone,
    hour12: false,
    hour: "2-digit",
    minute: "2-digit",
    second: withSeconds ? "2-digit" : undefined,
  }).format(millis);
}

/** Kept current by {@link tick}. */
function countdown(instant) {
  const element = make("span", "countdown");
  element.dataset.until = Date.parse(instant);
  return element;
}

function tick() {
  byId("clock").textContent = timeOfDay(now());
  for (const element of document.querySelectorAll("[data-until]")) {
    const left = element.dataset.until - now();
    const known = !lost && !stale;
    const late = known && left < -SOON;
    element.classList.toggle("late", late);
    element.textContent = !known ? "—" : late ? `晚了 ${span(-left)}` : left > 0 ? span(left) : "马上";
  }
  for (const element of document.querySelectorAll("[data-since]")) {
    element.textContent = lost ? "—" : span(now() - element.dataset.since);
  }
}

function showLine(line) {
  const pill = byId("line");
  pill.className = line.connected ? "pill good" : "pill bad";
  const since = line.heardAt ? `，最后消息 ${timeOfDay(Date.parse(line.heardAt))}` : "";
  pill.replaceChildren(
    line.connected ? "电话线路正常 " : `电话系统连不上${since} `,
    english(line.connected ? "line up" : "Asterisk is away"),
  );
}

function nextStep(incident) {
  const rings = incident.calls.filter((call) => !call.endedAt && call.answer !== "DECLINED");
  const ringing = [...new Set(rings.map((call) => call.who))];
  const { what, who } = incident.nextAction;
  if (what === "RING") {
    const next = who.length ? `再打给 ${who.join("、")}` : "再找人";
    return ringing.length ? `正在打给 ${ringing.join("、")}；不接就${next}` : `下一步：${next.slice(1)}`;
  }
  const taker = incident.takenByName ?? "有人";
  if (incident.handingOver) {
    return `${taker} 请人接手，没人接之前仍由 ${taker} 负责`;
  }
  return what === "REOPEN_UNLESS_SEEN"
    ? `${taker} 已接单去看，到时没见到就重新上报`
    : `${incident.seenByName ?? taker} 已见到本人，到时没办结就重新上报`;
}

function incidentCard(incident) {
  const card = make("li", `card ${incident.severity} ${incident.state}`);
  const [severity, severityEnglish] = severities[incident.severity];
  const [state, stateEnglish] = states[incident.state];
  const why = [...new Set(incident.causes.map((cause) => causes[cause.kind] ?? cause.kind))];
  card.append(
    make(
      "p",
      "who",
      make("span", "severity", `${severity} `),
      make("span", "name", incident.person?.name ?? incident.part),
      make("span", "place", incident.person?.committee ?? ""),
      make("span", "state", `${state} `, english(stateEnglish)),
    ),
    make(
      "p",
      "next",
      make("span", "what", nextStep(incident)),
      make("span", "latest", "最晚 "),
      countdown(incident.nextAction.at),
    ),
    make(
      "p",
      "why",
      `${why.join("；")} · ${timeOfDay(Date.parse(incident.openedAt), false)} 报上来 · 第 ${incident.id} 号 `,
      english(severityEnglish),
    ),
  );
  return card;
}

function showIncidents(town) {
  const count = byId("unsettled");
  count.textContent = town.unsettled;
  count.className = town.unsettled > 0 ? "some" : "";
  document.title = `${town.unsettled > 0 ? `(${town.unsettled}) ` : ""}安心热线 · 值守屏`;
  const cards = town.incidents.map(incidentCard);
  if (cards.length === 0) {
    cards.push(make("li", "none good", "没有待处置的事件 ", english("nothing open")));
  }
  const more = town.unsettled - town.incidents.length;
  if (more > 0) {
    cards.push(make("li", "none", `还有 ${more} 件，这里放不下 `, english(`${more} more`)));
  }
  byId("incident-list").replaceChildren(...cards);
}

function showDay(day) {
  byId("roster").textContent = `${day.roster} 人`;
  byId("call-sheet").dataset.day = day.date;
  const shares = Object.entries(totals).map(([key, words]) => ({ key, words, count: day.totals[key] }));
  const bar = byId("bar");
  bar.replaceChildren(
    ...shares
      .filter(({ count }) => count > 0)
      .map(({ key, count }) => {
        const share = make("span", key);
        share.style.setProperty("--count", count);
        return share;
      }),
  );
  bar.setAttribute("aria-label", shares.map(({ words, count }) => `${words[0]} ${count}`).join("，"));
  byId("totals").replaceChildren(
    ...shares.map(({ key, words, count }) =>
      make(
        "div",
        count === 0 ? `${key} zero` : key,
        make("dd", "", String(count)),
        make("dt", "", words[0], english(words[1])),
      ),
    ),
  );
  showCommittees(day.committees);
}

function showCommittees(committees) {
  const heads = [["村居委", "Committee"], ["名单", "Roster"], ...Object.values(totals)];
  byId("committee-head").replaceChildren(
    ...heads.map(([chinese, inEnglish]) => {
      const head = make("th", "", chinese, english(inEnglish));
      head.scope = "col";
      return head;
    }),
  );
  byId("committee-rows").replaceChildren(
    ...committees.map((committee) => {
      const name = make("th", "", committee.name);
      name.scope = "row";
      const cells = Object.keys(totals).map((key) => {
        const count = committee.totals[key];
        return make("td", count === 0 ? `${key} zero` : key, String(count));
      });
      return make("tr", "", name, make("td", "", String(committee.roster)), ...cells);
    }),
  );
}

function callRow(call) {
  const [purpose] = purposes[call.purpose];
  const [stage, stageEnglish] = stages[call.stage];
  return make(
    "li",
    "",
    make("span", "kind", purpose),
    make("span", "grows", call.party || "号码未显示"),
    make("span", call.stage === "WAITING_FOR_DUTY" ? "waits" : "", `${stage} `, english(stageEnglish)),
    timer(call.since),
  );
}

/** Who waits for us comes first, then who called us; the checks are many, and go by themselves. */
function rank(call) {
  return call.stage === "WAITING_FOR_DUTY" ? -1 : Object.keys(purposes).indexOf(call.purpose);
}

function showCalls(calls) {
  byId("call-count").textContent = Object.entries(purposes)
    .map(([purpose, [name]]) => [name, calls.filter((call) => call.purpose === purpose).length])
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(" · ");
  const rows = [...calls].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_CALLS).map(callRow);
  if (rows.length === 0) {
    rows.push(make("li", "none", "现在没有通话 ", english("no calls")));
  }
  if (calls.length > MOST_CALLS) {
    rows.push(make("li", "none", `还有 ${calls.length - MOST_CALLS} 路`));
  }
  byId("call-list").replaceChildren(...rows);
}

function showHappenings(happenings) {
  const rows = happenings.filter(isNews).slice(0, MOST_HAPPENINGS).map((it) => {
    const [words, tone] = happening(it);
    return make("li", "", make("time", "", timeOfDay(Date.parse(it.at))), make("span", `grows ${tone}`, words));
  });
  if (rows.length === 0) {
    rows.push(make("li", "none", "还没有记录 ", english("nothing yet")));
  }
  byId("happening-list").replaceChildren(...rows);
}

function showStale(state) {
  const banner = byId("stale");
  if (stale === !state.townCurrent) {
    return;
  }
  stale = !state.townCurrent;
  document.body.classList.toggle("stale", stale);
  banner.hidden = !stale;
  if (stale) {
    const since = state.town
      ? `名单和事件停在 ${timeOfDay(Date.parse(state.town.asOf))}`
      : "名单和事件还读不到";
    banner.replaceChildren(
      `数据库连不上，${since}。来电照样有人接。`,
      english("The database is away: roster and incidents stand still. Callers still reach a person."),
    );
  }
}

function showState(state) {
  aheadOfUs = Date.parse(state.at) - Date.now();
  zone = state.zone;
  lost = false;
  document.body.classList.remove("lost");
  byId("lost").hidden = true;
  byId("number").textContent = state.number;
  showLine(state.line);
  showCalls(state.calls);
  showStale(state);
  if (state.town) {
    showIncidents(state.town);
    showWork(state.town.work, state.zone);
    showDay(state.town.day);
    showHappenings(state.town.happenings);
  }
  tick();
}

function showLost(lastAt) {
  const ago = lastAt ? `${span(Date.now() - lastAt)} 以前` : "";
  if (!lost || byId("lost").hidden) {
    lost = true;
    document.body.classList.add("lost");
    byId("lost").hidden = false;
    byId("line").className = "pill";
    byId("line").replaceChildren("电话线路：看不到 ", english("line unknown"));
    const counter = make("span", "", ago);
    counter.id = "lost-for";
    // counts every second, which nobody wants read aloud
    counter.ariaHidden = "true";
    byId("lost").replaceChildren(
      "和服务的连接断了，",
      lastAt ? `下面的内容停在 ${timeOfDay(lastAt + aheadOfUs)} ` : "还没有任何内容",
      counter,
      "。来电照样有人接，请守着值班电话，通知维护人员。",
      english("Connection lost: what you see stands still. Callers still reach a person."),
    );
    tick();
  }
  byId("lost-for").textContent = ago ? `（${ago}）` : "";
}

setInterval(tick, 1_000);
new Connection(showState, showLost).start();
