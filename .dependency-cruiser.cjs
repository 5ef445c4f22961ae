/** Imports point one way: core <- adapters <- functions; infra reads env schemas, event names and workflow files only. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    only(
      'core-is-pure',
      '^core/',
      '^(adapters|functions|infra|web|local|registry|test)/',
      'core imports nothing of the project',
    ),
    only(
      'core-has-no-sdk',
      '^core/',
      'node_modules/(@aws-sdk|@middy|aws-cdk-lib|@aws-lambda-powertools)',
      'core knows no AWS',
    ),
    only(
      'core-does-no-io',
      '^core/',
      '^(node:)?(fs|net|http|https|child_process|dns)(/|$)',
      'core does no I/O',
    ),
    only(
      'adapters-below-functions',
      '^adapters/',
      '^(functions|infra|web|local|test)/',
      'adapters know ports, not callers',
    ),
    only(
      'functions-below-infra',
      '^functions/',
      '^(infra|local|test)/',
      'functions do not know how they are deployed',
    ),
    only('sdk-only-in-adapters', '^functions/', 'node_modules/@aws-sdk', 'only adapters call the SDK'),
    only(
      'infra-reads-contracts-only',
      '^infra/',
      '^(adapters/(?!dynamodb/layout\\.ts$)|local/|test/|functions/(?!.*/env\\.ts$|routes\\.ts$|middleware/metric-names\\.ts$))',
      'infra imports env schemas and workflow files',
    ),
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(cdk\\.out|dist|\\.local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
};
