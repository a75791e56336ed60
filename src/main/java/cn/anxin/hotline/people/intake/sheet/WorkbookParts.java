package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/**
 * The parts of a workbook that say something about its people. POI's own reader would refuse the
 * strict ones that Excel can save.
 */
final class WorkbookParts {
    private static final List<String> WORKBOOK =
            List.of(
                    PackageRelationshipTypes.CORE_DOCUMENT,
                    PackageRelationshipTypes.STRICT_CORE_DOCUMENT);

    private final OPCPackage parts;
    private final PackagePart workbook;

    private WorkbookParts(OPCPackage parts, PackagePart workbook) {
        this.parts = parts;
        this.workbook = workbook;
    }

    /**
     * @throws OpenXML4JException if there is no workbook in it
     */
    static WorkbookParts of(BoundedParts file) throws IOException, OpenXML4JException {
        var parts = OPCPackage.open(file);
        for (var kind : WORKBOOK) {
            for (PackageRelationship relation : parts.getRelationshipsByType(kind)) {
                return new WorkbookParts(parts, parts.getPart(relation));
            }
        }
        throw new InvalidFormatException("no workbook in it");
    }

    InputStream workbook() throws IOException {
        return workbook.getInputStream();
    }

    /**
     * @param relation as the workbook names it
     */
    InputStream sheet(String relation) throws IOException, OpenXML4JException {
        var found = workbook.getRelationship(relation);
        if (found == null) {
            throw new InvalidFormatException("a sheet that is not there");
        }
        return workbook.getRelatedPart(found).getInputStream();
    }

    Optional<InputStream> styles() throws IOException {
        return one(XSSFRelation.STYLES);
    }

    Optional<InputStream> sharedTexts() throws IOException {
        return one(XSSFRelation.SHARED_STRINGS);
    }

    private Optional<InputStream> one(XSSFRelation kind) throws IOException {
        var found = parts.getPartsByContentType(kind.getContentType());
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst().getInputStream());
    }

    /** Gives everything back unsaved. */
    void close() {
        parts.revert();
    }
}
