package cn.anxin.hotline.console;

import org.springframework.http.HttpStatus;

/**
 * What can go wrong for who asks, told so that a duty officer at night knows three things: what
 * happened, what was not lost, what to do.
 */
enum Trouble {
    BAD_INPUT(
            HttpStatus.BAD_REQUEST,
            new Words("请求里有写错的地方", "什么都没有改动", "请按 errors 里的说明改正后再试"),
            new Words(
                    "Something in the request is not as it should be",
                    "Nothing was changed",
                    "Mend what errors names and try again")),
    NO_TOKEN(
            HttpStatus.UNAUTHORIZED,
            new Words(
                    "没有令牌，或者令牌不对",
                    "什么都没有读取或改动",
                    "请在请求头里写 Authorization: Bearer 令牌，令牌见 api-token 文件"),
            new Words(
                    "There is no token, or a wrong one",
                    "Nothing was read or changed",
                    "Send the header Authorization: Bearer TOKEN; the file api-token has it")),
    NOT_FROM_HERE(
            HttpStatus.FORBIDDEN,
            new Words("值守屏只能在这台机器上查看", "什么都没有读取或改动", "请在本机打开 http://127.0.0.1，或用令牌访问 /api/v1"),
            new Words(
                    "The duty screen is only for this very machine",
                    "Nothing was read or changed",
                    "Open http://127.0.0.1 on it, or use /api/v1 with the token")),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            new Words("没有这个地址或这条记录", "什么都没有改动", "请核对地址，接口说明见 /v3/api-docs"),
            new Words(
                    "There is no such address or record",
                    "Nothing was changed",
                    "Check the address; /v3/api-docs describes them all")),
    NOT_THAT_WAY(
            HttpStatus.METHOD_NOT_ALLOWED,
            new Words("这个地址不能这样用", "什么都没有改动", "请核对请求方法和内容类型，接口说明见 /v3/api-docs"),
            new Words(
                    "This address does not work that way",
                    "Nothing was changed",
                    "Check method and content type; /v3/api-docs describes them")),
    TOO_LATE(
            HttpStatus.CONFLICT,
            new Words("没有改动：事件不存在、还没有人接单，或者已经办过这一步", "原来的记录都在", "请刷新后看它现在的状态"),
            new Words(
                    "Nothing to change: no such incident, not taken yet, or done already",
                    "What was recorded stands",
                    "Look at its present state")),
    CHECK_OVER(
            HttpStatus.CONFLICT,
            new Words("没有改动：这次问候已经有结果了", "原来的记录都在", "请刷新后看结果；已经上报的，请到待处置事件里办结"),
            new Words(
                    "Nothing to change: this check has ended already",
                    "What was recorded stands",
                    "Look at its verdict; if it became an incident, settle that")),
    OUTDATED(
            HttpStatus.CONFLICT,
            new Words("没有改动：别人刚刚改过这个人的资料", "别人改的都在", "请重新打开，看过再改"),
            new Words(
                    "Nothing was changed: somebody else has changed this record meanwhile",
                    "What they wrote stands",
                    "Open it again, and then change it")),
    NOT_ALLOWED(
            HttpStatus.CONFLICT,
            new Words("没有改动：这样做不合规则", "原来的记录都在", "请看 errors 里的说明"),
            new Words(
                    "Nothing was changed: a rule is against it",
                    "What was recorded stands",
                    "errors says which")),
    NOT_SENT_YET(
            HttpStatus.CONFLICT,
            new Words("回执里有一条消息，这里还没有它发出的记录", "其他回执已经记下", "请过一会儿把这些回执再送一次"),
            new Words(
                    "A report tells of a message of which we do not know yet that it was sent",
                    "The other reports are kept",
                    "Send these reports again a little later")),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            new Words("送来的内容太大", "什么都没有导入或改动", "名单文件最大 20 MB，其他请求最大 256 KB，请分几次送"),
            new Words(
                    "What was sent is too large",
                    "Nothing was imported or changed",
                    "A roster may have 20 MB, other requests 256 KB: send it in parts")),
    NOT_A_ROSTER(
            HttpStatus.UNPROCESSABLE_CONTENT,
            new Words("这个文件不能当作名单读取", "原来的名单没有改动", "请按 errors 里的说明改正文件后再导入"),
            new Words(
                    "The file cannot be read as a roster",
                    "The roster is as it was",
                    "Mend the file as errors says and import it again")),
    ROSTER_CHANGED(
            HttpStatus.CONFLICT,
            new Words("预览之后名单库或文件变了，导入的结果会和预览的不一样", "原来的名单没有改动", "请重新预览，看过再导入"),
            new Words(
                    "The roster or the file changed since the preview; the result would be another",
                    "The roster is as it was",
                    "Preview again, look, and import then")),
    REMOVALS_UNCONFIRMED(
            HttpStatus.CONFLICT,
            new Words("有村居委超过三分之一的人会离开名单，可能导错了文件", "原来的名单没有改动", "请核对文件；确实如此，请写明人数再导入"),
            new Words(
                    "More than a third of a committee would leave the roster: it may be the wrong"
                            + " file",
                    "The roster is as it was",
                    "Check the file; if it is right, say how many leave and import it again")),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            new Words("现在请求太多，先让电话用", "来电和拨打照常，什么都没有改动", "请过几秒再试"),
            new Words(
                    "Too many requests at this moment; telephone calls go first",
                    "Calls go on, nothing was changed",
                    "Try again in a few seconds")),
    DATABASE_AWAY(
            HttpStatus.SERVICE_UNAVAILABLE,
            new Words("数据库暂时连不上", "已经保存的记录都在，来电照样有人接", "请过几秒再试；一直这样请马上找维护人员"),
            new Words(
                    "The database cannot be reached just now",
                    "What was saved is safe, and callers still reach a person",
                    "Try again in a few seconds; if it lasts, call whoever maintains it")),
    OUR_FAULT(
            HttpStatus.INTERNAL_SERVER_ERROR,
            new Words("服务内部出错了", "已经保存的记录都在，来电和拨打照常", "请再试一次；还不行，请把 reference 告诉维护人员"),
            new Words(
                    "Something failed on our side",
                    "What was saved is safe, and calls go on",
                    "Try once more; if it fails again, tell whoever maintains it the reference"));

    /**
     * @param happened what happened
     * @param notLost what is safe all the same
     * @param next what to do
     */
    record Words(String happened, String notLost, String next) {}

    private final HttpStatus status;
    private final Words zh;
    private final Words en;

    Trouble(HttpStatus status, Words zh, Words en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    HttpStatus status() {
        return status;
    }

    Words zh() {
        return zh;
    }

    Words en() {
        return en;
    }
}
