package cn.anxin.hotline.asterisk.ami.connection;

import java.io.IOException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.internal.ManagerWriterImpl;

/** The one way out to Asterisk: nothing leaves that {@link AmiText} does not allow. */
final class CheckedWriter extends ManagerWriterImpl {

    @Override
    public void sendAction(ManagerAction action, String internalActionId) throws IOException {
        AmiText.check(action);
        super.sendAction(action, internalActionId);
    }
}
