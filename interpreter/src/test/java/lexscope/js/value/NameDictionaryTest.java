package lexscope.js.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Sizes that Node 20 shows after the same additions and deletions.
class NameDictionaryTest {
  private static final long CAPACITY_4 = 160;
  private static final long CAPACITY_8 = 256;
  private static final long CAPACITY_32 = 832;
  private static final long CAPACITY_128 = 3136;

  @Test
  void aThirdOfATableIsFreeWhenItGrows() {
    var dictionary = new NameDictionary(0, 0);
    add(dictionary, 3);
    assertThat(dictionary.bytes()).isEqualTo(CAPACITY_4);
    add(dictionary, 1);
    assertThat(dictionary.bytes()).isEqualTo(CAPACITY_8);
  }

  @Test
  void roomThatWasAskedForIsThereFromTheBeginning() {
    assertThat(new NameDictionary(2, 4).bytes()).isEqualTo(CAPACITY_8);
  }

  @Test
  void aTableShrinksWhenAQuarterIsUsedButNotBelowSixteenEntries() {
    var dictionary = new NameDictionary(0, 0);
    add(dictionary, 100);
    remove(dictionary, 50);
    assertThat(dictionary.bytes()).isEqualTo(CAPACITY_128);
    remove(dictionary, 40);
    assertThat(dictionary.bytes()).isEqualTo(CAPACITY_32);
    remove(dictionary, 10);
    assertThat(dictionary.bytes()).isEqualTo(CAPACITY_32);
  }

  @Test
  void aTableFullOfDeletedEntriesIsMadeAnewAtTheNextAddition() {
    var dictionary = new NameDictionary(0, 0);
    add(dictionary, 100);
    remove(dictionary, 100);
    add(dictionary, 1);
    assertThat(dictionary.bytes()).isEqualTo(CAPACITY_4);
  }

  private static void add(NameDictionary dictionary, int times) {
    for (int i = 0; i < times; i++) {
      dictionary.add();
    }
  }

  private static void remove(NameDictionary dictionary, int times) {
    for (int i = 0; i < times; i++) {
      dictionary.remove();
    }
  }
}
