package lexscope.js.web;

/// The interfaces, in the order in which they become global properties.
enum WebInterface {
  EVENT_TARGET("EventTarget"),
  EVENT("Event"),
  CUSTOM_EVENT("CustomEvent"),
  DOM_EXCEPTION("DOMException"),
  ABORT_SIGNAL("AbortSignal"),
  ABORT_CONTROLLER("AbortController"),
  NODE("Node"),
  TEXT("Text"),
  ELEMENT("HTMLElement"),
  DOCUMENT("Document"),
  TEXT_ENCODER("TextEncoder"),
  TEXT_DECODER("TextDecoder"),
  HEADERS("Headers"),
  REQUEST("Request"),
  RESPONSE("Response");

  private final String interfaceName;

  WebInterface(String interfaceName) {
    this.interfaceName = interfaceName;
  }

  /// The name of the constructor.
  String interfaceName() {
    return interfaceName;
  }
}
