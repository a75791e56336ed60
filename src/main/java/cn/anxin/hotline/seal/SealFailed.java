package cn.anxin.hotline.seal;

/** The keys are not the ones with which this database is sealed, or are not to be had. */
final class SealFailed extends RuntimeException {

    SealFailed(String message) {
        super(message);
    }
}
