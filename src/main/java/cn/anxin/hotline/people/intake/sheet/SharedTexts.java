package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The texts that a workbook's cells share. What only tells how a text is pronounced is left out:
 * Excel puts it beside names that were typed with an input method.
 */
final class SharedTexts {
    static final SharedTexts NONE = new SharedTexts(List.of());

    private final List<String> texts;

    private SharedTexts(List<String> texts) {
        this.texts = texts;
    }

    static SharedTexts read(InputStream xml) throws IOException, SAXException {
        var handler = new Handler();
        Xml.read(xml, handler);
        return new SharedTexts(handler.texts);
    }

    /**
     * @throws SAXException if there is no such text
     */
    String text(String place) throws SAXException {
        int index = Integer.parseInt(place);
        if (index < 0 || index >= texts.size()) {
            throw new SAXException("a text that is not there");
        }
        return texts.get(index);
    }

    private static final class Handler extends DefaultHandler {
        private final List<String> texts = new ArrayList<>();
        private final XmlText text = new XmlText();

        @Override
        public void startElement(
                String space, String name, String prefixed, Attributes attributes) {
            if (name.equals("si")) {
                text.clear();
            } else {
                text.begin(name);
            }
        }

        @Override
        public void characters(char[] characters, int from, int length) {
            text.characters(characters, from, length);
        }

        @Override
        public void endElement(String space, String name, String prefixed) {
            if (name.equals("si")) {
                texts.add(text.toString());
            } else {
                text.end(name);
            }
        }
    }
}
