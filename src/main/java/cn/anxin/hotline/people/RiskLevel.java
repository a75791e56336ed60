package cn.anxin.hotline.people;

/** How soon somebody must look when a person is not heard of; in rising order. */
public enum RiskLevel {
    LOW,
    NORMAL,
    HIGH
}
