package cn.anxin.hotline.people;

public enum Gender {
    FEMALE,
    MALE
}
