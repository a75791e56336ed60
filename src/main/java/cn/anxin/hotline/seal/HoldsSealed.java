package cn.anxin.hotline.seal;

import java.util.List;

/** A room that stores sealed values; told here, they are sealed anew when the keys change. */
public interface HoldsSealed {

    List<SealedColumn> sealedColumns();
}
