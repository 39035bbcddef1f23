import type { ReactNode } from 'react';

interface SettingsSectionProps {
  title: string;
  children: ReactNode;
}

/** One group of settings under its heading. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  return (
    <section
      aria-label={title}
      className="grid gap-x-8 gap-y-2 border-t border-line py-5 first:border-t-0 md:grid-cols-[160px_1fr]"
    >
      <h2 className="text-sm font-medium md:pt-1">{title}</h2>
      <div className="flex min-w-0 flex-col gap-3">{children}</div>
    </section>
  );
}

interface SettingProps {
  label: string;
  hint?: ReactNode;
  children?: ReactNode;
}

/** One setting: what it is on the left, its control on the right. */
export function Setting({ label, hint, children }: SettingProps) {
  return (
    <div className="flex min-h-control items-center justify-between gap-6">
      <div className="min-w-0 text-sm">
        <p>{label}</p>
        {hint && <p className="max-w-prose text-xs text-muted text-pretty wrap-anywhere">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
