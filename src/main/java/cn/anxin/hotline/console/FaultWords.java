package cn.anxin.hotline.console;

import cn.anxin.hotline.notice.Fault;

/** What happened to a message, and what to do, for each {@link Fault}. */
record FaultWords(String happenedZh, String nextZh, String happenedEn, String nextEn) {

    static FaultWords of(Fault fault) {
        return switch (fault) {
            case NO_CONNECTION ->
                    new FaultWords(
                            "连不上对方的服务器",
                            "请看看网络通不通，再核对设置里的地址",
                            "The other side's server cannot be reached",
                            "Check the network, then the address in the settings");
            case NOT_TRUSTED ->
                    new FaultWords(
                            "对方的安全证书不可信，所以没有发",
                            "请核对地址；是本单位自己签的证书，请在设置里写 ssl-bundle",
                            "The other side's certificate is not to be trusted, so nothing was sent",
                            "Check the address; for a certificate of your own, set ssl-bundle");
            case TIMED_OUT ->
                    new FaultWords(
                            "等了很久，对方没有答复，也可能已经收到",
                            "先不用管；一直这样，请联系对方",
                            "The other side did not answer in time; it may have it all the same",
                            "Nothing for now; if it lasts, ask the other side");
            case CUT_OFF ->
                    new FaultWords(
                            "发到一半连接断了，对方也可能已经收到",
                            "先不用管；一直这样，请看看网络",
                            "The connection broke in the middle; the other side may have it",
                            "Nothing for now; if it lasts, check the network");
            case SERVER_ERROR ->
                    new FaultWords(
                            "对方的服务器出错了",
                            "先不用管；一直这样，请联系对方",
                            "The other side's server failed",
                            "Nothing for now; if it lasts, ask the other side");
            case THROTTLED ->
                    new FaultWords(
                            "发得太快，对方要我们等一等",
                            "先不用管；经常这样，请调低设置里的 per-minute",
                            "We sent faster than the other side takes",
                            "Nothing for now; if it happens often, lower per-minute");
            case REDIRECTED ->
                    new FaultWords(
                            "对方把我们指到别的地址，我们没有跟过去",
                            "请核对设置里的地址；上网要先登录的，请先登录",
                            "The other side pointed elsewhere, and we did not follow",
                            "Check the address; sign in where the network wants that first");
            case NOT_ALLOWED ->
                    new FaultWords(
                            "对方不让我们发",
                            "请核对设置里的密钥、签名和密码，再看看对方那里的余额和 IP 名单",
                            "The other side does not let us in",
                            "Check key, signature and password, then the account and its list of"
                                    + " addresses");
            case UNREADABLE ->
                    new FaultWords(
                            "对方答了，但看不懂答的是什么",
                            "请核对设置里的地址和怎么看答复",
                            "The other side answered something that we cannot read",
                            "Check the address and how answers are read");
            case NOT_TAKEN ->
                    new FaultWords(
                            "对方说现在收不下",
                            "先不用管；一直这样，请联系对方",
                            "The other side says that it cannot take it now",
                            "Nothing for now; if it lasts, ask the other side");
            case REFUSED ->
                    new FaultWords(
                            "对方不收这条消息",
                            "请打电话告诉要知道的人，再核对号码和设置",
                            "The other side will not take this message",
                            "Ring whoever has to know, then check number and settings");
            case NOT_DELIVERED ->
                    new FaultWords(
                            "对方收下了，可是没有送到本人",
                            "请打电话告诉本人，再核对号码",
                            "The other side took it, and reports that nobody got it",
                            "Ring them, then check the number");
            case OUR_FAULT ->
                    new FaultWords(
                            "我们自己没能写成这条消息",
                            "请打电话告诉要知道的人，并把编号告诉维护人员",
                            "We could not make the message",
                            "Ring whoever has to know, and tell whoever maintains this its id");
        };
    }
}
