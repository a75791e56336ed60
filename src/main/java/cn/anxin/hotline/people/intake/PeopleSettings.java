package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.Window;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a roster may be.
 *
 * @param defaultWindow for whoever the roster names no window
 * @param largestFile larger ones are refused unread
 * @param mostRows of people in one file
 */
@ConfigurationProperties("hotline.people")
public record PeopleSettings(
        @DefaultValue("09:00-11:00") Window defaultWindow,
        @DefaultValue("20MB") DataSize largestFile,
        @DefaultValue("50000") int mostRows) {
    /** A file is held in memory while it is read. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(100);

    public PeopleSettings {
        if (largestFile.toBytes() < 1 || largestFile.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("hotline.people.largest-file: up to 100MB");
        }
        if (mostRows < 1) {
            throw new IllegalArgumentException("hotline.people.most-rows: 1 or more");
        }
    }
}
