export { startServer, type TestServer, type TestServerOptions } from './start-server.ts'
export { TestClock } from './test-clock.ts'
