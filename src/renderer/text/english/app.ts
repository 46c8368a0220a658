export const app = {
  name: 'Amalgam',
  simulated: 'Simulated data',
};
