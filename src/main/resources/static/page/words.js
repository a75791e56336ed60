/** What the codes of the service mean, as one would say it. */

export const severities = {
  EMERGENCY: ["紧急", "Emergency"],
  HELP: ["求助", "Help"],
  LINE: ["打不通", "Cannot be reached"],
  MISSED_AT_RISK: ["没接到·高风险", "Missed, at high risk"],
  MISSED: ["没接到", "Missed"],
  NO_NUMBER: ["电话不对", "No working number"],
};

export const states = {
  OPEN: ["刚报上来", "Open"],
  NOTIFYING: ["正在找人", "Calling people"],
  TAKEN: ["已接单", "Taken"],
  SEEN: ["已见到本人", "Seen"],
};

export const causes = {
  CHECK_MISSED: "今天的问候电话都没接",
  NO_SUCH_NUMBER: "电话是空号",
  CHECK_PREVENTED: "线路故障，今天没问候成",
  LINE_SILENT: "线路打不通，问候先停",
  AREA_SILENT: "一片都没人接，问候先停",
  ROUND_IN_DANGER: "问候电话不能按时打完，请看名单",
  SELF_CHECK_FAILED: "系统自检发现不对，请技术人员看",
  ASKED_FOR_HELP: "按键求助",
  NOT_ANSWERED: "来电没有接到",
  EMERGENCY: "按了紧急键",
};

const dangers = {
  NOT_BEGUN: "今天的问候没有开始",
  STUCK: "问候电话停住了",
  WILL_NOT_FINISH: "问候电话来不及打完",
};

export const totals = {
  confirmed: ["平安", "Confirmed"],
  cleared: ["已核实", "Cleared"],
  away: ["外出", "Away"],
  escalated: ["已上报", "Escalated"],
  open: ["问候中", "Open"],
  notDue: ["未到时间", "Not due"],
};

export const purposes = {
  INBOUND: ["来电", "Inbound"],
  ESCALATION: ["上报", "Escalation"],
  CHECK: ["问候", "Check"],
};

export const stages = {
  RINGING: ["响铃", "ringing"],
  TALKING: ["通话中", "talking"],
  WAITING_FOR_DUTY: ["等人接听", "waiting for duty"],
  WITH_DUTY: ["值班已接", "with duty"],
};

export const reasons = {
  HOSPITAL: "住院",
  TRAVEL: "外出",
  FAMILY: "暂住亲属家",
  OTHER: "暂时不在",
};

const results = {
  FINE: "平安",
  HELP: "求助",
  EMERGENCY: "紧急",
  UNCONFIRMED: "接了，没有按键",
  ANSWERED: "接了",
  NO_ANSWER: "没人接",
  BUSY: "占线",
  REJECTED: "挂断了",
  UNREACHABLE: "关机或不在服务区",
  NO_SUCH_NUMBER: "空号",
  CONGESTION: "线路忙",
  CUT_OFF: "通话中断",
  LINE_FAULT: "线路故障",
  LOST: "没看到结果",
  NOT_PLACED: "没有空线路",
  CANCELLED: "收回",
};

const outcomes = {
  WELL: "平安",
  HELPED: "已帮助",
  HOSPITAL: "送医",
  AWAY: "外出",
  WRONG_NUMBER: "号码不对",
  DIED: "去世",
  RESTORED: "又打得通了",
  FALSE_ALARM: "误报",
};

const needs = {
  LIVING: "生活保障",
  MEDICAL: "就医配药",
  CARE: "照料服务",
  COMFORT: "心理抚慰",
  EMERGENCY: "应急救助",
  VACCINATION: "疫苗接种",
  PERSON: "人工接听",
  MESSAGE: "留言",
  CALL_BACK: "回电",
};

const somebody = "有人";

/** What a key said is told once more by what it led to. */
export function isNews(it) {
  return it.kind !== "attempt-concluded" || !["FINE", "HELP", "EMERGENCY"].includes(it.word);
}

/** One line about something that happened, and whether it is good or bad news. */
export function happening(it) {
  const person = it.person ?? (it.incidentId ? `第 ${it.incidentId} 号` : "来电人");
  const who = it.who ?? somebody;
  const whom = it.whom ?? somebody;
  switch (it.kind) {
    case "check-confirmed": return [`${person} 报了平安`, "good"];
    case "check-cleared": return [`${who} 确认 ${person} 平安`, "good"];
    case "check-away": return [`${person} 不在家，今天不再拨打`, ""];
    case "check-not-due": return [`${person} 今天不用问候`, ""];
    case "check-due-again": return [`${person} 提前回来，今天继续问候`, ""];
    case "check-waits-for-its-next-window": return [`${person} 没接到，下一时段再问`, ""];
    case "check-talked-with-desk": return [`${who} 和 ${person} 通了话，等值班确认`, ""];
    case "attempt-concluded": return [`问候 ${person}：${results[it.word] ?? it.word}`, ""];
    case "incident-opened": return [`${person}：${causes[it.word] ?? "新的事件"}`, "bad"];
    case "incident-rings": return [`为 ${person} 打给 ${whom}`, ""];
    case "incident-call-ended": return [`打给 ${who}：${results[it.word] ?? it.word}`, ""];
    case "self-check-failed": return ["系统自检发现不对", "bad"];
    case "incident-worse": return [`${person} 情况更急了，再找人`, "bad"];
    case "incident-needs-time": return [`${who} 还在办：${person}`, ""];
    case "incident-given-up": return [`${who} 去不了了，再找人：${person}`, "bad"];
    case "incident-handed-over": return [`${who} 请别人接手：${person}`, ""];
    case "incident-accepted": return [`${who} 接手：${person}`, "good"];
    case "incident-news-heard": return [`${who} 知道了新情况`, ""];
    case "incident-news-not-heard": return ["有人在路上，没能告诉到", "bad"];
    case "incident-declined": return [`${who} 这次来不了`, ""];
    case "incident-asked-for-duty": return [`${who} 要找值班`, ""];
    case "incident-taken": return [`${who} 接单：${person}`, "good"];
    case "incident-taken-too-late": return [`${who} 想接单，已有人接`, ""];
    case "incident-reopened": return [`${person} 到时没有回音，重新上报`, "bad"];
    case "incident-seen": return [`${who} 见到了 ${person}`, "good"];
    case "incident-settled": return [`${person} 已办结：${outcomes[it.word] ?? it.word}`, "good"];
    case "alarm-opened": return ["一片打不通，问候先停", "bad"];
    case "alarm-probes": return [`试打 ${it.word ?? ""} 位`, ""];
    case "alarm-still-silent": return ["试打还是不通，继续等", "bad"];
    case "alarm-resumed": return ["又打得通了，问候继续", "good"];
    case "round-danger": return [dangers[it.word] ?? "今天的问候有问题", "bad"];
    case "round-danger-over": return ["问候电话又正常了", "good"];
    case "call-sheet-shown": return [`${who} 打开了打电话名单`, ""];
    case "call-sheet-kept": return ["打电话名单备好了", ""];
    case "day-kept": return ["今天的汇总存档了", "good"];
    case "day-amended": return [`${person} 那天的结果有更正`, ""];
    case "day-exported": return [`${who} 导出了汇总`, ""];
    case "check-corrected": return [`${who} 更正了 ${person} 的结果`, ""];
    case "attempt-maybe-machine": return [`${person} 的电话像是留言机接的`, ""];
    case "alone-ends-tomorrow": return [`${person} 明天临时独居到期`, ""];
    case "alone-ends-today": return [`${person} 今天临时独居到期`, ""];
    case "alone-ends-over": return [`${person} 临时独居到期，不再每天打`, "bad"];
    case "check-held": return [`${person} 的问候先等一等`, ""];
    case "check-released": return [`${person} 的问候继续`, ""];
    case "case-opened": return [`${person} 的工单：${needs[it.word] ?? "新工单"}`, ""];
    case "call-back-owed": return [`${person} 先挂了，要回电`, "bad"];
    case "round-planned": return [`排好今天的问候：${it.word} 位`, ""];
    case "round-started": return [`开始一轮问候：${it.word} 位`, ""];
    case "extra-round-started": return [`${who} 临时加问一轮`, ""];
    case "plan-changed": return [`${who} 改了 ${person} 的问候安排`, ""];
    case "pause-begun": return [`${who} 暂停了 ${person} 的问候`, ""];
    case "pause-moved": return [`${who} 改了 ${person} 的暂停日期`, ""];
    case "pause-ended": return [`${who} 提前结束 ${person} 的暂停，恢复问候`, ""];
    case "pause-acknowledged": return [`${who} 知道 ${person} 的暂停到期了`, ""];
    case "pause-over": return [`${person} 的暂停到期，今天恢复问候`, ""];
    case "spoken-reply-played": return [`${who} 听 ${person} 的录音`, ""];
    case "spoken-reply-heard": return [`${who} 听完了 ${person} 的录音`, ""];
    case "message-played": return [`${who} 听 ${person} 的留言`, ""];
    case "notice-failed": return ["有一条消息没能发出去", "bad"];
    case "notice-stale": return ["有一条消息没来得及发", "bad"];
    case "roster-imported": return [`导入名单：新增 ${it.word} 位`, ""];
    default: return [`${it.kind}${it.person ? ` · ${it.person}` : ""}`, ""];
  }
}
