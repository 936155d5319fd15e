// Title: A revoked proxy lets go
// Why: Revocation sets both slots to null. The proxy object itself may live on.
// Values:           whole  v8     used
//   target          dead   dead   dead   [[ProxyTarget]] is null
//   handler         dead   dead   dead   [[ProxyHandler]] is null
//   proxy           alive  alive  alive  kept
(function () {
  const { proxy, revoke } = Proxy.revocable(track("target", {}), track("handler", {}));
  keep.push(track("proxy", proxy));
  revoke();
})();
