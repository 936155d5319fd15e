// Uses each package a little and prints what it says; node prints the same.
const _ = require("lodash");
const EventEmitter3 = require("eventemitter3");
const { LRUCache } = require("lru-cache");
const { createStore, combineReducers } = require("redux");
const EventEmitter = require("events");

console.log(_.chunk([1, 2, 3, 4, 5], 2), _.groupBy(["a", "bb", "cc"], "length"), _.camelCase("hello big world"));
console.log(_.cloneDeep({ a: [1, { b: new Map([[1, 2]]) }] }), _.template("hi <%= name %>!")({ name: "Ada" }));

const emitter = new EventEmitter3();
emitter.on("x", (value) => console.log("eventemitter3", value)).emit("x", 1);

const cache = new LRUCache({ max: 2, dispose: (value, key) => console.log("evicted", key, value) });
cache.set("a", 1).set("b", 2).set("c", 3);
console.log([...cache.keys()], cache.get("a"), cache.get("b"));

const count = (state = 0, action) => (action.type === "add" ? state + action.by : state);
const store = createStore(combineReducers({ count }));
store.subscribe(() => console.log("redux", store.getState()));
store.dispatch({ type: "add", by: 2 });

const events = new EventEmitter();
events.once("y", () => console.log("events"));
console.log(events.emit("y"), events.emit("y"));
