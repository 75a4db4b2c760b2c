/** Data flows one way: no file imports, by whatever detour, itself. */
module.exports = {
  forbidden: [{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } }],
  options: require('./cruise-options.cjs'),
};
