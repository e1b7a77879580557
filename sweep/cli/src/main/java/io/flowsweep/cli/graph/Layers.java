package io.flowsweep.cli.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the nodes of a directed graph without circles stand when it is drawn in layers from top to bottom (Sugiyama, Tagawa
 * and Toda, 1981): each node one layer below the lowest that leads to it, edges over several layers led through a narrow node
 * in each, the order in a layer by the mean of the neighbours, and each node as near to the middle of its neighbours as those
 * beside it allow.
 */
final class Layers {

    private static final int SWEEPS = 100;

    /** A node or, without a name, the place where a long edge passes a layer. */
    static final class Node {
        final String name;
        final double width;
        final int layer;
        final List<Node> up = new ArrayList<>();
        final List<Node> down = new ArrayList<>();
        double x;

        private Node(String name, double width, int layer) {
            this.name = name;
            this.width = width;
            this.layer = layer;
        }
    }

    private final double gap;
    private final List<List<Node>> layers = new ArrayList<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<List<String>, List<Node>> edges = new HashMap<>();

    /**
     * @param widths of the nodes, each behind all that lead to it
     * @param next where each leads
     * @param gap between nodes side by side
     */
    Layers(Map<String, Double> widths, Map<String, List<String>> next, double gap) {
        this.gap = gap;
        Map<String, Integer> depth = new HashMap<>();
        widths.keySet().forEach(name -> depth.put(name, 0));
        widths.keySet().forEach(from -> next.get(from).forEach(to -> depth.merge(to, depth.get(from) + 1, Math::max)));
        widths.forEach((name, width) -> nodes.put(name, add(name, width, depth.get(name))));
        widths.keySet().forEach(from -> next.get(from).forEach(to -> connect(from, to)));
        order();
        place();
    }

    Node node(String name) {
        return nodes.get(name);
    }

    /** The nodes that an edge leads through: its ends, and its place in each layer between them. */
    List<Node> way(String from, String to) {
        return edges.get(List.of(from, to));
    }

    int count() {
        return layers.size();
    }

    double left() {
        return extreme(-1);
    }

    double right() {
        return -extreme(1);
    }

    private double extreme(int side) {
        return layers.stream()
                .flatMap(List::stream)
                .mapToDouble(n -> -side * n.x - n.width / 2)
                .min()
                .orElse(0);
    }

    private Node add(String name, double width, int layer) {
        while (layers.size() <= layer) {
            layers.add(new ArrayList<>());
        }
        Node node = new Node(name, width, layer);
        layers.get(layer).add(node);
        return node;
    }

    private void connect(String from, String to) {
        List<Node> way = new ArrayList<>(List.of(nodes.get(from)));
        for (int layer = nodes.get(from).layer + 1; layer < nodes.get(to).layer; layer++) {
            way.add(add("", 10, layer));
        }
        way.add(nodes.get(to));
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).down.add(way.get(i));
            way.get(i).up.add(way.get(i - 1));
        }
        edges.put(List.of(from, to), way);
    }

    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<Node> layer : layers) {
                for (int i = 0; i < layer.size(); i++) {
                    layer.get(i).x = i;
                }
            }
            boolean downwards = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Node> layer = layers.get(downwards ? i : layers.size() - 1 - i);
                Map<Node, Double> wanted = new HashMap<>();
                layer.forEach(n -> wanted.put(n, mean(downwards ? n.up : n.down, n.x)));
                layer.sort(Comparator.comparingDouble(wanted::get));
                for (int k = 0; k < layer.size(); k++) {
                    layer.get(k).x = k;
                }
            }
        }
    }

    private void place() {
        for (List<Node> layer : layers) {
            double x = 0;
            for (Node node : layer) {
                node.x = x + node.width / 2;
                x += node.width + gap;
            }
            double middle = x / 2;
            layer.forEach(n -> n.x -= middle);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < layers.size(); i++) {
                settle(layers.get(sweep % 2 == 0 ? i : layers.size() - 1 - i));
            }
        }
    }

    /** Moves the nodes of a layer to the middle of their neighbours and then apart: from the left and from the right, halved. */
    private void settle(List<Node> layer) {
        int n = layer.size();
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            List<Node> neighbours = new ArrayList<>(layer.get(i).up);
            neighbours.addAll(layer.get(i).down);
            wanted[i] = mean(neighbours, layer.get(i).x);
        }
        double[] fromLeft = wanted.clone();
        double[] fromRight = wanted.clone();
        for (int i = 1; i < n; i++) {
            fromLeft[i] = Math.max(wanted[i], fromLeft[i - 1] + apart(layer, i));
            fromRight[n - 1 - i] = Math.min(wanted[n - 1 - i], fromRight[n - i] - apart(layer, n - i));
        }
        for (int i = 0; i < n; i++) {
            layer.get(i).x = (fromLeft[i] + fromRight[i]) / 2;
        }
    }

    private double apart(List<Node> layer, int i) {
        return (layer.get(i - 1).width + layer.get(i).width) / 2 + gap;
    }

    private static double mean(List<Node> nodes, double otherwise) {
        return nodes.stream().mapToDouble(n -> n.x).average().orElse(otherwise);
    }
}
