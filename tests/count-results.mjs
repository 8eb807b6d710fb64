/**
 * Counts a vitest JSON report.
 *
 * A file that could not be loaded has no tests and counts as one failed; so does a run that ended badly although every
 * test passed (an unhandled error), one that left no report, and one that saw no test at all.
 *
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string }[] }[] } | null} report
 * @param {Error | null} complaint how the runner itself ended, if badly
 */
export function countResults(report, complaint) {
  const counted = { passed: 0, failed: 0, skipped: 0, lines: [] };
  for (const file of report?.testResults ?? []) {
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') counted.passed += 1;
      else if (status === 'failed') {
        counted.failed += 1;
        counted.lines.push(`FAILED  ${fullName}`);
      } else {
        counted.skipped += 1;
        counted.lines.push(`skipped ${fullName}`);
      }
    }
    const explained = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !explained) {
      counted.failed += 1;
      counted.lines.push(`FAILED  ${file.name} could not be run: ${(file.message ?? '').split('\n')[0]}`);
    }
  }
  const nothing = counted.passed + counted.failed + counted.skipped === 0;
  if (nothing || (complaint !== null && counted.failed === 0)) {
    counted.failed += 1;
    counted.lines.push(`FAILED  the test runner: ${complaint?.message ?? 'it saw no test'}`);
  }
  return counted;
}
