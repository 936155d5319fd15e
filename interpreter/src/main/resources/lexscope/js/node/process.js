'use strict';
void native.process.version;
module.exports = native.process;
