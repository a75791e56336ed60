package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Installation;

/** Alive, its ports open, and silent: only the lease tells. */
class FrozenServiceLosesNobodyStory extends ServiceLostInACall {

    @Override
    void lose(Installation ours) {
        ours.service().freeze();
    }

    @Override
    String loss() {
        return "service frozen";
    }
}
