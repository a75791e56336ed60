package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The service's REST, as a town's own programs use it. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RestClient http;
    private final Path token;

    Api(String base, Path token) {
        this.token = token;
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        http = RestClient.builder().baseUrl(base).requestFactory(requests).build();
    }

    boolean isHealthy() {
        try {
            var health = http.get().uri("/actuator/health").retrieve().body(JsonNode.class);
            return health != null && health.path("status").asString("").equals("UP");
        } catch (RestClientException e) {
            return false;
        }
    }

    public JsonNode get(String path) {
        return body(
                http.get()
                        .uri(path)
                        .header("Authorization", bearer())
                        .retrieve()
                        .body(JsonNode.class),
                path);
    }

    /** The bytes of what is played there. */
    byte[] sound(String path) {
        var sound =
                http.get()
                        .uri(path)
                        .header("Authorization", bearer())
                        .retrieve()
                        .body(byte[].class);
        return sound == null ? new byte[0] : sound;
    }

    void post(String path, String json) {
        http.post()
                .uri(path)
                .header("Authorization", bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .retrieve()
                .toBodilessEntity();
    }

    /** The same where something comes back. */
    JsonNode postFor(String path, String json) {
        return body(
                http.post()
                        .uri(path)
                        .header("Authorization", bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json)
                        .retrieve()
                        .body(JsonNode.class),
                path);
    }

    /** Rings these people now. */
    public void startRound(Collection<Long> people) {
        post("/api/v1/rounds", "{\"people\":" + people + "}");
    }

    /** Rings everybody now. */
    public JsonNode startRound() {
        var path = "/api/v1/rounds";
        return body(
                http.post()
                        .uri(path)
                        .header("Authorization", bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new byte[0])
                        .retrieve()
                        .body(JsonNode.class),
                path);
    }

    public JsonNode importRoster(String csv) {
        var file =
                new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public String getFilename() {
                        return "roster.csv";
                    }
                };
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", file);
        var path = "/api/v1/people/import";
        return body(
                http.post()
                        .uri(path)
                        .header("Authorization", bearer())
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(form)
                        .retrieve()
                        .body(JsonNode.class),
                path);
    }

    private static JsonNode body(@org.jspecify.annotations.Nullable JsonNode body, String path) {
        if (body == null) {
            throw new IllegalStateException("an empty answer from " + path);
        }
        return body;
    }

    private String bearer() {
        try {
            return "Bearer " + Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
