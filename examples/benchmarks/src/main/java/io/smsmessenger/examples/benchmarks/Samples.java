package io.smsmessenger.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One figure of one contestant, round by round. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return at(0.5);
    }

    /** The value below which this share of all lies. */
    double at(double share) {
        double[] sorted = sorted();
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    double least() {
        return sorted()[0];
    }

    double most() {
        return at(1);
    }

    /** Round by round, ours as a share of the anchor's: noise that lasts longer than a round touches both. */
    Samples dividedBy(Samples anchor) {
        Samples ratios = new Samples();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / anchor.values.get(i));
        }
        return ratios;
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
