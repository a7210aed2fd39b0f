package dev.kopilka.bulk.parts;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.kopilka.bulk.source.Limits;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One part as tags and texts. Names are told without their prefixes, which differ from program to
 * program. There are no entities but the five of XML itself, and no document type: a workbook has
 * none, and that is how XML is made to read other files or to grow without end.
 */
public final class Xml implements AutoCloseable {
  /** The parser keeps every name it has met; a workbook knows some hundred. */
  private static final int NAMES = 2_000;

  /** Tags within tags; a sheet has eight. */
  private static final int DEPTH = 64;

  private static final InputFactoryImpl FACTORY = factory();

  private final Part part;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int others;
  private int depth;
  private int event;

  public Xml(Part part) throws Broken {
    this.part = part;
    try {
      this.reader = FACTORY.createXMLStreamReader(part);
    } catch (XMLStreamException | RuntimeException unsound) {
      throw broken(unsound);
    }
  }

  private static InputFactoryImpl factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    return factory;
  }

  /** Goes to the next tag or text; false at the end of the part. */
  public boolean next() throws Broken {
    try {
      if (!reader.hasNext()) return false;
      event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unsound();
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(1);
        default -> {}
      }
      return true;
    } catch (XMLStreamException | RuntimeException unsound) {
      throw broken(unsound);
    }
  }

  private void begin() throws Broken {
    if (++depth > DEPTH) throw unsound();
    names.add(reader.getLocalName());
    for (var i = reader.getAttributeCount() - 1; i >= 0; i--) {
      names.add(reader.getAttributeLocalName(i));
    }
    count(reader.getNamespaceCount());
  }

  private void count(int more) throws Broken {
    others += more;
    if (names.size() > NAMES || others > NAMES) throw unsound();
  }

  public boolean starts(String name) {
    return event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(name);
  }

  public boolean ends(String name) {
    return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name);
  }

  public boolean isStart() {
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** The name of the tag in hand. */
  public String name() {
    return reader.getLocalName();
  }

  /** An attribute of the tag in hand; "" when it has none of that name. */
  public String attribute(String name) {
    for (var i = reader.getAttributeCount() - 1; i >= 0; i--) {
      if (reader.getAttributeLocalName(i).equals(name)) return reader.getAttributeValue(i);
    }
    return "";
  }

  /** The text from the tag in hand to its end; what is in tags within it is left out. */
  public String text() throws Broken {
    var end = depth - 1;
    var text = "";
    StringBuilder more = null;
    while (next() && depth > end) {
      if (depth != end + 1 || !isText()) continue;
      if (more == null && text.isEmpty()) {
        text = piece();
      } else {
        if (more == null) more = new StringBuilder(text);
        // Beyond the bound of a cell it is damage, and how much of it there is does not matter.
        if (more.length() <= Limits.CELL) more.append(piece());
      }
    }
    return more == null ? text : more.toString();
  }

  private boolean isText() {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  private String piece() throws Broken {
    try {
      return reader.getText();
    } catch (RuntimeException unsound) {
      throw broken(unsound);
    }
  }

  /** Passes over the tag in hand and all that is in it. */
  public void skip() throws Broken {
    var end = depth - 1;
    while (next() && depth > end) {}
  }

  /** About how many packed bytes of the part were read. */
  public long packedTaken() {
    return part.packedTaken();
  }

  public Broken unsound() {
    return Broken.malformed(part.name());
  }

  /** What stopped the bytes, if they were stopped; else it is the parser that met no XML. */
  private Broken broken(Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Broken broken) return broken;
      if (cause instanceof XMLStreamException nested
          && nested.getNestedException() instanceof Broken broken) return broken;
    }
    return unsound();
  }

  @Override
  public void close() {
    try {
      part.close();
    } catch (IOException uninteresting) {
      // Everything that was needed has been read.
    }
  }
}
