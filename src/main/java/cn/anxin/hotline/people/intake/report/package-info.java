/** What an import tells whoever keeps the roster: no name, number or address whole. */
@NullMarked
@NamedInterface("intake")
package cn.anxin.hotline.people.intake.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
