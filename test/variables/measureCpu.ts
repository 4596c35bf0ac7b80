/** Milliseconds of computing that a call takes; unlike the clock, other programs do not count. */
export function measureCpu(call: () => void): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
