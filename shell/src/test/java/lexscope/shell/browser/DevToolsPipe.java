package lexscope.shell.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The DevTools protocol over a pipe: JSON objects, each ended by a zero byte. Calls wait for their
/// answer; events go to who listens to the session that they are of.
final class DevToolsPipe {
  private final OutputStream out;
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<String, JsonObject>> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private volatile @Nullable String closed;

  DevToolsPipe(InputStream in, OutputStream out) {
    this.out = out;
    Thread.ofPlatform().daemon().name("devtools").start(() -> read(new BufferedInputStream(in)));
  }

  /// Calls a method and waits for its result.
  ///
  /// @param session the page's; empty for the browser's own
  /// @throws AssertionError if it fails or does not answer in time
  JsonObject call(String session, String method, JsonObject parameters, int seconds) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", parameters);
    if (!session.isEmpty()) {
      message.addProperty("sessionId", session);
    }
    try {
      send(message);
      JsonObject result = answer.get(seconds, TimeUnit.SECONDS);
      if (result.has("error")) {
        throw new AssertionError(method + " fails: " + result.get("error"));
      }
      return result.getAsJsonObject("result");
    } catch (IOException | ExecutionException e) {
      throw new AssertionError(method + ": Chromium has gone: " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new AssertionError(method + ": no answer in " + seconds + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + ": interrupted", e);
    } finally {
      waiting.remove(id);
    }
  }

  /// Hears all events of a session: the method and the parameters, on the reader's thread.
  void listen(String session, BiConsumer<String, JsonObject> listener) {
    listeners.put(session, listener);
  }

  private synchronized void send(JsonObject message) throws IOException {
    String gone = closed;
    if (gone != null) {
      throw new IOException(gone);
    }
    out.write(message.toString().getBytes(UTF_8));
    out.write(0);
    out.flush();
  }

  private void read(InputStream in) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    String end = "the pipe was closed";
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == 0) {
          receive(JsonParser.parseString(message.toString(UTF_8)).getAsJsonObject());
          message.reset();
        } else {
          message.write(next);
        }
      }
    } catch (IOException | RuntimeException e) {
      end = String.valueOf(e);
    }
    closed = end;
    IOException gone = new IOException(end);
    waiting.values().forEach(each -> each.completeExceptionally(gone));
  }

  private void receive(JsonObject message) {
    if (message.has("id")) {
      CompletableFuture<JsonObject> answer = waiting.get(message.get("id").getAsInt());
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    String session = message.has("sessionId") ? message.get("sessionId").getAsString() : "";
    BiConsumer<String, JsonObject> listener = listeners.get(session);
    if (listener != null) {
      listener.accept(message.get("method").getAsString(), message.getAsJsonObject("params"));
    }
  }
}
