/** 志愿者密码: how a volunteer is known who rings from another telephone than their own. */
@NullMarked
@NamedInterface("pin")
package cn.anxin.hotline.people.pin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
