/** Who may import whom (ARCHITECTURE.md). Run by scripts/check-graph.mjs, which also asserts that modules were seen. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Move the shared part to a third module.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/src' },
      to: { path: '^(server|client|e2e|bots)/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment: 'shared may import zod, yjs and lib0 only.',
      from: { path: '^shared/src', pathNot: '\\.test\\.ts$|/arbitraries\\.ts$|^shared/src/testkit/' },
      to: { dependencyTypes: ['npm', 'core', 'npm-dev'], pathNot: 'node_modules/(zod|yjs|lib0)/' },
    },
    {
      name: 'client-not-server',
      severity: 'error',
      from: { path: '^client/src' },
      to: { path: '^(server|e2e|bots)/' },
    },
    {
      name: 'server-not-client',
      severity: 'error',
      from: { path: '^server/src' },
      to: { path: '^(client|e2e)/' },
    },
    {
      name: 'bots-are-clients',
      severity: 'error',
      from: { path: '^bots/src' },
      to: { path: '^(client|server|e2e)/' },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: "Import '@escale/shared' or a kind's door, not a file inside it.",
      from: { path: '^(server|client|bots|e2e|bench)/' },
      to: { path: '^shared/src/(?!index\\.ts|testkit/index\\.ts|activities/[^/]+/index\\.ts)' },
    },
    {
      name: 'kinds-are-islands',
      severity: 'error',
      comment: 'A kind imports only itself and the kit.',
      from: { path: '^(shared|client|server)/src/activities/(?!kit)([^/]+)/' },
      to: { path: '^$1/src/activities/(?!kit)[^/]+', pathNot: '^$1/src/activities/($2|kit)/' },
    },
    {
      name: 'only-the-root-knows-adapters',
      severity: 'error',
      from: {
        path: '^server/src',
        pathNot:
          '^server/src/(app|main)\\.ts$|^server/src/testkit/|\\.test\\.ts$|^server/src/store/sqlite/|^server/src/store/memory/|^server/src/visio/link/',
      },
      to: { path: '^server/src/(store/(sqlite|memory)|visio/link)/' },
    },
    {
      name: 'bench-measures-from-outside',
      severity: 'error',
      comment:
        'The bench speaks to built servers as clients do; it may use what bots are made of and the testkit.',
      from: { path: '^bench/' },
      to: { path: '^(client|e2e)/|^server/src/(?!testkit/index\\.ts)' },
    },
    {
      name: 'nothing-needs-the-bench',
      severity: 'error',
      from: { path: '^(shared|server|client|bots|e2e)/' },
      to: { path: '^bench/' },
    },
    {
      name: 'no-orphans-of-protocol',
      severity: 'error',
      comment: 'Inside shared nothing imports protocol but the door.',
      from: { path: '^shared/src/(?!protocol/|index\\.ts|testkit/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^shared/src/protocol/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|\\.css$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
