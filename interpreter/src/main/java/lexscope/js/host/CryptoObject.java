package lexscope.js.host;

import java.util.Random;
import java.util.UUID;
import lexscope.js.intrinsics.ElementType;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.intrinsics.Realm;
import lexscope.js.intrinsics.TypedArrayObject;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The part of Web Cryptography that packages use to name things: `getRandomValues` and
/// `randomUUID`.
///
/// NON-SPEC: the numbers are the same in every run, as all else here, and no secrets.
final class CryptoObject {
  private static final long SEED = 0x1ec5c09e;

  private CryptoObject() {}

  static void install(Realm realm) {
    Agent agent = realm.agent();
    var random = new Random(SEED);
    JsObject crypto = JsObject.create(agent, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    new IntrinsicBuilder(realm, crypto)
        .method("getRandomValues", 1, (a, _, args, _) -> fill(a, random, Args.get(args, 0)))
        .method("randomUUID", 0, (a, _, _, _) -> a.string(uuid(random)))
        .tag("Crypto");
    realm.globalObject().put(agent, PropertyKey.of("crypto"), crypto, Attributes.HIDDEN);
  }

  private static Object fill(Agent agent, Random random, @Nullable Object value) {
    if (!(value instanceof TypedArrayObject array) || isFloat(array.type())) {
      throw agent.typeError("The data argument must be an integer-type TypedArray");
    }
    for (int i = 0; i < array.length(); i++) {
      array.putBits(i, random.nextLong());
    }
    return array;
  }

  private static boolean isFloat(ElementType type) {
    return switch (type) {
      case FLOAT16, FLOAT32, FLOAT64 -> true;
      default -> false;
    };
  }

  /// A UUID of version 4, RFC 9562 section 5.4.
  private static String uuid(Random random) {
    long high = random.nextLong() & ~0xf000L | 0x4000L;
    long low = random.nextLong() & ~0xc000_0000_0000_0000L | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
