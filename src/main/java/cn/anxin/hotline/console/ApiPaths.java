package cn.anxin.hotline.console;

/** Where the REST interface lives. */
final class ApiPaths {
    static final String ROOT = "/api/v1";

    private ApiPaths() {}
}
