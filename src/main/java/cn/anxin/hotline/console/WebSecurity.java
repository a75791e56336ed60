package cn.anxin.hotline.console;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may ask for what: the screen is for this machine's eyes, all else needs the token, except
 * whether we are well and reports of SMS gateways, which have secrets of their own. No sessions and
 * no cookies, hence nothing to forge a request with.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " media-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain screen(HttpSecurity http, Refusal refusal) throws Exception {
        bare(http)
                .securityMatcher("/", "/index.html", "/page/**")
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/**")
                                .access(new FromThisMachine())
                                .requestMatchers(HttpMethod.HEAD, "/**")
                                .access(new FromThisMachine())
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(failing ->
                        failing.authenticationEntryPoint(refusal.because(Trouble.NOT_FROM_HERE))
                                .accessDeniedHandler(refusal::forbidden));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http, ApiToken token, Refusal refusal, ConsoleSettings settings)
            throws Exception {
        bare(http)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, DeliveryReportsApi.PATH)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(failing ->
                        failing.authenticationEntryPoint(refusal.because(Trouble.NO_TOKEN))
                                .accessDeniedHandler(refusal::forbidden))
                .addFilterBefore(new BearerTokenFilter(token), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new BodyLimit(refusal), AuthorizationFilter.class)
                .addFilterAfter(new Admission(settings, refusal), BodyLimit.class);
        return http.build();
    }

    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives(NOTHING_FROM_ELSEWHERE))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                                .crossOriginOpenerPolicy(opener ->
                                        opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .crossOriginResourcePolicy(resource ->
                                        resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
