package cn.anxin.hotline;

import cn.anxin.hotline.embedded.EmbeddedDatabases;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service beside Asterisk: answers the hotline, rings the daily checks, walks the ladders. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HotlineApplication {

    public static void main(String[] args) {
        // Hikari trusts a connection for half a second after its use. When PostgreSQL stands still,
        // whoever gets that one waits without end; asking first costs a tenth of a millisecond.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        var application = new SpringApplication(HotlineApplication.class);
        application.addInitializers(new EmbeddedDatabases());
        application.run(args);
    }

    /** The only clock of the process; nothing else may ask the system for the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
