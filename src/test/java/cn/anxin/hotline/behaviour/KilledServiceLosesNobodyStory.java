package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Installation;

/** Its connections are reset, and its port refuses. */
class KilledServiceLosesNobodyStory extends ServiceLostInACall {

    @Override
    void lose(Installation ours) {
        ours.service().kill();
    }

    @Override
    String loss() {
        return "service killed";
    }
}
