// Title: Route handlers close over their configuration
// Why: `withRole` returns a handler that needs the role and the inner handler. `audit` is a sibling in the same call; it
//   captured the whole configuration, which V8 keeps for every route.
// Rows: module, sibling-closures, generator-async
// Output:
//   200 archived
//   403 forbidden
// Values:           whole  v8     used
//   role            alive  alive  alive  compared on each request
//   configuration   alive  alive  dead   captured by `audit`, which ran once
//   request         dead   dead   dead   the response has been sent
//   response        dead   dead   dead   the response has been sent
class Request {
  constructor(user) {
    this.user = user;
  }
}
class Response {
  constructor(body, status = 200) {
    this.body = body;
    this.status = status;
  }
}
const withRole = (configuration, handler) => {
  const role = configuration.role;
  const audit = () => configuration.log.push(role.name);
  audit();
  return async (request) => {
    if (request.user.role !== role.name) {
      return new Response("forbidden", 403);
    }
    return handler(request);
  };
};
export const POST = withRole(
  track("configuration", { role: track("role", { name: "admin" }), log: [] }),
  async () => new Response("archived"),
);
async function serve(request) {
  const response = await POST(request);
  console.log(response.status, response.body);
  return response;
}
serve(track("request", new Request({ role: "admin" })))
  .then((response) => {
    track("response", response);
    return serve(new Request({ role: "guest" }));
  })
  .then(() => {});
