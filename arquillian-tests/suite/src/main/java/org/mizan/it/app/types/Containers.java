package org.mizan.it.app.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collections, maps and arrays, by interface and by class. */
public record Containers(
        List<Integer> list,
        Collection<String> collection,
        Set<Scalars.Color> set,
        SortedSet<String> sortedSet,
        Deque<Integer> deque,
        Queue<Integer> queue,
        ArrayList<Integer> arrayList,
        LinkedList<Integer> linkedList,
        LinkedHashSet<Integer> linkedHashSet,
        TreeSet<Integer> treeSet,
        Map<String, Integer> map,
        Map<Integer, String> byInt,
        Map<Long, String> byLong,
        Map<Scalars.Color, String> byEnum,
        SortedMap<String, Integer> sortedMap,
        HashMap<String, Integer> hashMap,
        TreeMap<String, Integer> treeMap,
        List<? extends Number2> wildcard,
        List<List<Map<String, List<Integer>>>> deep,
        String[] texts,
        int[] ints,
        long[] longs,
        double[] doubles,
        boolean[] flags,
        char[] chars,
        int[][] matrix,
        Number2[] objects) {

    /** What a collection may hold. */
    public record Number2(int value) {}
}
