package lexscope.scenarios.report;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lexscope.scenarios.leaks.LeakResult;

/// Results in JUnit's XML format: a test case for each scenario and policy.
public final class JUnitXmlReport implements LeakReport {
  /// The format.
  public JUnitXmlReport() {}

  @Override
  public String text(List<LeakResult> results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suite(xml, results);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.append('\n').toString();
  }

  private static void suite(XMLStreamWriter xml, List<LeakResult> results)
      throws XMLStreamException {
    Tally tally = Tally.of(results);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "lexscope leak scenarios");
    xml.writeAttribute("tests", String.valueOf(results.size()));
    xml.writeAttribute("failures", String.valueOf(tally.failed()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", String.valueOf(tally.skipped()));
    for (LeakResult result : results) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", allowed(result.scenario().name()));
      xml.writeAttribute("name", allowed(result.label()));
      xml.writeAttribute("file", allowed(result.scenario().name()));
      if (result.status() == LeakResult.Status.SKIPPED) {
        xml.writeEmptyElement("skipped");
      }
      if (!result.findings().isEmpty()) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", allowed(FindingLines.headline(result.findings().getFirst())));
        xml.writeCharacters(allowed(FindingLines.all(result)));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  /// Characters that XML 1.0 forbids become a replacement character; the writer lets them through.
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c ->
            allowed.appendCodePoint(
                c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                    ? c
                    : 0xFFFD));
    return allowed.toString();
  }
}
