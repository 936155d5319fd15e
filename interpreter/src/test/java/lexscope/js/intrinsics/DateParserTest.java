package lexscope.js.intrinsics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-01-01 | 1577836800000",
        "2020-01-01T10:00 | 1577872800000",
        "2020-06-15T12:00:00+02:00 | 1592215200000",
        "2020-06-15T12:00:00.123456Z | 1592222400123",
        "2020-06-15T24:00:00Z | 1592265600000",
        "+275760-09-13T00:00:00.000Z | 8640000000000000",
        "Tue, 01 Jan 2019 00:00:00 GMT | 1546300800000",
        "Tue Jan 01 2019 00:00:00 GMT+0100 (CET) | 1546297200000",
        "1 January 2020 10:00 PM | 1577916000000",
        "2020-01-01 10:20:30.1234567890 (5) | 1577874030123",
        "1/2/20 | 1577923200000",
        "5 Jan 2021 10:00 PDT | 1609866000000",
        "Jan 1, 70 | 0"
      })
  void datesAreReadAsV8ReadsThem(String text, double expected) {
    assertThat(DateParser.parse(text, ZoneOffset.UTC)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12:00",
        "-000000-01-01T00:00:00Z",
        "2020-01-01T1:00",
        "2020-13-01",
        "foo 1 2020",
        "2020-01-01T25:00",
        "2020-01-01x",
        "Mon Jan 32 2020"
      })
  void whatIsNoDateIsNaN(String text) {
    assertThat(DateParser.parse(text, ZoneOffset.UTC)).isNaN();
  }

  @Test
  void theCalendarIsThatOfJavaTime() {
    var random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      long millis = (long) ((random.nextDouble() * 2 - 1) * DateAlgorithms.MAX_TIME);
      LocalDateTime expected =
          LocalDateTime.ofEpochSecond(
              Math.floorDiv(millis, 1000L),
              (int) Math.floorMod(millis, 1000L) * 1_000_000,
              ZoneOffset.UTC);
      assertThat(DateAlgorithms.yearFromTime(millis)).isEqualTo(expected.getYear());
      assertThat(DateAlgorithms.monthFromTime(millis)).isEqualTo(expected.getMonthValue() - 1);
      assertThat(DateAlgorithms.dateFromTime(millis)).isEqualTo(expected.getDayOfMonth());
      assertThat(DateAlgorithms.weekDay(millis)).isEqualTo(expected.getDayOfWeek().getValue() % 7);
      assertThat(DateAlgorithms.hourFromTime(millis)).isEqualTo(expected.getHour());
      double day =
          DateAlgorithms.makeDay(
              expected.getYear(), expected.getMonthValue() - 1, expected.getDayOfMonth());
      assertThat(day).isEqualTo(DateAlgorithms.day(millis));
    }
  }

  @Test
  void aTimeThatIsSkippedIsReadWithTheOffsetBefore() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    double skipped = DateParser.parse("2021-03-28T02:30:00", zone);
    assertThat(DateText.toIsoString(skipped)).isEqualTo("2021-03-28T01:30:00.000Z");
    double twice = DateParser.parse("2021-10-31T02:30:00", zone);
    assertThat(DateText.toIsoString(twice)).isEqualTo("2021-10-31T00:30:00.000Z");
  }
}
