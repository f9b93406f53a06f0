import './stepper.css';

interface StepperProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step in hand. */
  readonly current: number;
}

/** Where one is on a way of few steps: "1 Fil  2 Kolumner  3 Klart". */
export function Stepper({ label, steps, current }: StepperProps) {
  return (
    <ol className="ui-stepper" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined}>
          {index + 1} {step}
        </li>
      ))}
    </ol>
  );
}
