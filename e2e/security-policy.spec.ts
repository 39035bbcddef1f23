import { expect, test } from './fixtures';

test.describe('the policy shipped with the build', () => {
  test('allows nothing inline and nothing evaluated', async ({ page }) => {
    await page.goto('./');
    const policies = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content') ?? ''));
    expect(policies.length).toBeGreaterThan(0);
    expect(policies[0]).toContain("script-src 'self'");
    for (const policy of policies) expect(policy).not.toMatch(/unsafe-/);
  });

  test('is enforced', async ({ page, complaints }) => {
    await page.goto('./');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.inline = "ran"';
      document.head.append(script);
      return document.documentElement.dataset['inline'];
    });
    expect(ran).toBeUndefined();
    await expect.poll(() => complaints.found.some((line) => line.includes('script-src'))).toBe(true);
    // This one test provokes what every other test must not see.
    complaints.found.length = 0;
  });
});
