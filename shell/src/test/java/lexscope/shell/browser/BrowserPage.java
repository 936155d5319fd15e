package lexscope.shell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// A tab: what a reader can do with a page, and what the page says and asks for meanwhile.
public final class BrowserPage implements AutoCloseable {
  /// How long anything may take: machines are busy at times.
  private static final int SECONDS = 60;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final DevToolsPipe pipe;
  private final String target;
  private final String session;
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private volatile CountDownLatch loaded = new CountDownLatch(1);
  private volatile BiConsumer<String, JsonObject> listener = (_, _) -> {};

  BrowserPage(DevToolsPipe pipe, String target, String session) {
    this.pipe = pipe;
    this.target = target;
    this.session = session;
    pipe.listen(session, this::event);
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      call(domain + ".enable", new JsonObject());
    }
    viewport(1280, 800);
  }

  /// Goes to an address and waits until it is loaded, scripts and all.
  public void load(String address) {
    loaded = new CountDownLatch(1);
    errors.clear();
    requests.clear();
    JsonObject to = new JsonObject();
    to.addProperty("url", address);
    JsonObject gone = call("Page.navigate", to);
    assertThat(gone.has("errorText")).as("%s opens: %s", address, gone).isFalse();
    try {
      assertThat(loaded.await(SECONDS, TimeUnit.SECONDS)).as("%s is loaded", address).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    // The address itself is no request that leaves the page.
    requests.remove(address);
  }

  /// Calls a method of the DevTools protocol.
  public JsonObject call(String method, JsonObject parameters) {
    return pipe.call(session, method, parameters, SECONDS);
  }

  /// Hears all events of the DevTools protocol from now on, beside the page's own bookkeeping.
  public void listen(BiConsumer<String, JsonObject> to) {
    listener = to;
  }

  // ---- looking ---------------------------------------------------------------------------------

  /// The value of an expression, awaited if it is a promise.
  ///
  /// @throws AssertionError if it throws
  public JsonElement evaluate(String expression) {
    JsonObject evaluation = new JsonObject();
    evaluation.addProperty("expression", expression);
    evaluation.addProperty("returnByValue", true);
    evaluation.addProperty("awaitPromise", true);
    JsonObject result = call("Runtime.evaluate", evaluation);
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + " throws " + thrown(result));
    }
    JsonElement value = result.getAsJsonObject("result").get("value");
    return value == null ? com.google.gson.JsonNull.INSTANCE : value;
  }

  /// The value of an expression as a string.
  public String text(String expression) {
    return evaluate("String(" + expression + ")").getAsString();
  }

  /// What the first element that a selector finds shows as text.
  public String textOf(String selector) {
    return text(element(selector) + ".textContent");
  }

  /// What all elements that a selector finds show as text.
  public List<String> textsOf(String selector) {
    return evaluate(
            "[...document.querySelectorAll(" + quoted(selector) + ")].map((e) => e.textContent)")
        .getAsJsonArray()
        .asList()
        .stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  /// How many elements a selector finds.
  public int count(String selector) {
    return evaluate("document.querySelectorAll(" + quoted(selector) + ").length").getAsInt();
  }

  /// Whether the first element that a selector finds is there and can be seen.
  public boolean isVisible(String selector) {
    return evaluate(
            "Boolean(document.querySelector("
                + quoted(selector)
                + ")?.checkVisibility({"
                + " visibilityProperty: true, opacityProperty: true }))")
        .getAsBoolean();
  }

  /// Waits until an expression is true.
  ///
  /// @throws AssertionError if it is not for a minute
  public void await(String condition) {
    JsonElement came =
        evaluate(
            """
            new Promise((resolve) => {
              const end = performance.now() + %d;
              const look = () => {
                if (%s) resolve(true);
                else if (performance.now() > end) resolve(false);
                else setTimeout(look, 10);
              };
              look();
            })\
            """
                .formatted((SECONDS - 10) * 1000, condition));
    assertThat(came.getAsBoolean())
        .as("%s comes true%s", condition, errors.isEmpty() ? "" : "; errors: " + errors)
        .isTrue();
  }

  /// What the page reported as errors: uncaught exceptions, `console.error` and warnings, refused
  /// resources, violations of its Content Security Policy.
  public List<String> errors() {
    synchronized (errors) {
      return List.copyOf(errors);
    }
  }

  /// Addresses that the page asked for, other than its own file.
  public List<String> requests() {
    synchronized (requests) {
      return requests.stream().filter(each -> !each.startsWith("data:")).toList();
    }
  }

  /// Writes what can be seen to `target/screenshots/NAME.png`.
  public Path screenshot(String name) {
    JsonObject options = new JsonObject();
    options.addProperty("format", "png");
    byte[] picture =
        Base64.getDecoder()
            .decode(call("Page.captureScreenshot", options).get("data").getAsString());
    Path file = SCREENSHOTS.resolve(name + ".png");
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(file, picture);
    } catch (IOException e) {
      throw new UncheckedIOException("no screenshot", e);
    }
    return file;
  }

  /// Writes a snapshot of the page's heap, as DevTools does, to a file, after a collection.
  public void heapSnapshot(Path file) {
    StringBuilder text = new StringBuilder();
    listen((method, parameters) -> {
      if (method.equals("HeapProfiler.addHeapSnapshotChunk")) {
        text.append(parameters.get("chunk").getAsString());
      }
    });
    JsonObject options = new JsonObject();
    options.addProperty("reportProgress", false);
    options.addProperty("captureNumericValue", true);
    try {
      // The chunks come before the answer, and on the same thread.
      call("HeapProfiler.enable", new JsonObject());
      call("HeapProfiler.collectGarbage", new JsonObject());
      call("HeapProfiler.takeHeapSnapshot", options);
      call("HeapProfiler.disable", new JsonObject());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("no snapshot", e);
    } finally {
      listen((_, _) -> {});
    }
  }

  // ---- doing -----------------------------------------------------------------------------------

  /// Clicks into the middle of the first element that a selector finds, after it was scrolled into
  /// view.
  ///
  /// @throws AssertionError if there is none, or something else is in front of it
  public void click(String selector) {
    JsonObject at =
        evaluate(
                """
                (() => {
                  const element = %s;
                  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
                  const box = element.getBoundingClientRect();
                  const x = box.x + box.width / 2;
                  const y = box.y + box.height / 2;
                  const hit = document.elementFromPoint(x, y);
                  return { x, y, hit: element.contains(hit) || hit?.contains(element) === true,
                    front: hit?.outerHTML?.slice(0, 200) ?? 'nothing' };
                })()\
                """
                    .formatted(element(selector)))
            .getAsJsonObject();
    assertThat(at.get("hit").getAsBoolean())
        .as("%s can be clicked; in front of it is %s", selector, at.get("front"))
        .isTrue();
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.add("x", at.get("x"));
      event.add("y", at.get("y"));
      event.addProperty("button", type.equals("mouseMoved") ? "none" : "left");
      event.addProperty("clickCount", type.equals("mouseMoved") ? 0 : 1);
      call("Input.dispatchMouseEvent", event);
    }
  }

  /// Types text where the focus is.
  public void type(String text) {
    JsonObject event = new JsonObject();
    event.addProperty("text", text);
    call("Input.insertText", event);
  }

  /// Presses a key where the focus is: a character, or a name as `KeyboardEvent.key` has it, such
  /// as `ArrowRight`, `Home`, `Enter`, `Escape`, `Tab`, `Backspace`.
  public void press(String key) {
    String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
    for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("key", key);
      event.addProperty("code", code(key));
      event.addProperty("windowsVirtualKeyCode", keyCode(key));
      if (type.equals("keyDown")) {
        event.addProperty("text", text);
      }
      call("Input.dispatchKeyEvent", event);
    }
  }

  /// Gives the page's view a size in CSS pixels.
  public void viewport(int width, int height) {
    JsonObject metrics = new JsonObject();
    metrics.addProperty("width", width);
    metrics.addProperty("height", height);
    metrics.addProperty("deviceScaleFactor", 1);
    metrics.addProperty("mobile", false);
    call("Emulation.setDeviceMetricsOverride", metrics);
  }

  /// Lets the reader prefer dark or light colours.
  public void preferDark(boolean dark) {
    media(new LinkedHashMap<>(Map.of("prefers-color-scheme", dark ? "dark" : "light")));
  }

  /// Lets media features have values, such as `prefers-reduced-motion`.
  public void media(Map<String, String> features) {
    JsonArray all = new JsonArray();
    features.forEach((name, value) -> {
      JsonObject feature = new JsonObject();
      feature.addProperty("name", name);
      feature.addProperty("value", value);
      all.add(feature);
    });
    JsonObject media = new JsonObject();
    media.add("features", all);
    call("Emulation.setEmulatedMedia", media);
  }

  @Override
  public void close() {
    JsonObject closing = new JsonObject();
    closing.addProperty("targetId", target);
    pipe.call("", "Target.closeTarget", closing, SECONDS);
  }

  // ---- what the page says ----------------------------------------------------------------------

  private void event(String method, JsonObject parameters) {
    switch (method) {
      case "Page.loadEventFired" -> loaded.countDown();
      case "Runtime.exceptionThrown" -> errors.add(thrown(parameters));
      case "Runtime.consoleAPICalled" -> {
        String type = parameters.get("type").getAsString();
        if (type.equals("error") || type.equals("warning") || type.equals("assert")) {
          errors.add(type + ": " + parameters.get("args"));
        }
      }
      case "Log.entryAdded" -> {
        JsonObject entry = parameters.getAsJsonObject("entry");
        if (entry.get("level").getAsString().equals("error")) {
          errors.add(entry.get("text").getAsString());
        }
      }
      case "Network.requestWillBeSent" ->
          requests.add(parameters.getAsJsonObject("request").get("url").getAsString());
      default -> {}
    }
    listener.accept(method, parameters);
  }

  private static String thrown(JsonObject holder) {
    JsonObject details = holder.getAsJsonObject("exceptionDetails");
    JsonObject exception = details.getAsJsonObject("exception");
    return exception != null && exception.has("description")
        ? exception.get("description").getAsString()
        : details.toString();
  }

  private static String element(String selector) {
    return "(document.querySelector("
        + quoted(selector)
        + ") ?? (() => { throw new Error('nothing is found by ' + "
        + quoted(selector)
        + ") })())";
  }

  private static String quoted(String text) {
    return new com.google.gson.JsonPrimitive(text).toString();
  }

  private static String code(String key) {
    if (key.length() != 1) {
      return key;
    }
    char letter = Character.toUpperCase(key.charAt(0));
    return letter == ' ' ? "Space" : Character.isDigit(letter) ? "Digit" + letter : "Key" + letter;
  }

  private static int keyCode(String key) {
    return switch (key) {
      case "Backspace" -> 8;
      case "Tab" -> 9;
      case "Enter" -> 13;
      case "Escape" -> 27;
      case "PageUp" -> 33;
      case "PageDown" -> 34;
      case "End" -> 35;
      case "Home" -> 36;
      case "ArrowLeft" -> 37;
      case "ArrowUp" -> 38;
      case "ArrowRight" -> 39;
      case "ArrowDown" -> 40;
      case "Delete" -> 46;
      default -> key.length() == 1 ? Character.toUpperCase(key.charAt(0)) : 0;
    };
  }
}
